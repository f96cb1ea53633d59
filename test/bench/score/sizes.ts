/** How much of each is scored; `repetitions`: of the comparison of one firm with reading its profile. */
export type Sizes = Readonly<
  Record<
    'city' | 'sqlite' | 'plain' | 'rules' | 'profiles' | 'stored' | 'rounds' | 'repetitions',
    number
  >
>;
