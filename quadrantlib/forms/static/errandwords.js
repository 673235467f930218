// The words about the journal as a whole.

export const ERRAND_WORDS = {
  yours: "Your journal",
  about: "Everything you write lies in one file, and it belongs to you. Keep a copy, bring one back, or make it all go.",
  does: {
    journal: "Download my journal",
    bring_back: "Bring a journal back",
    forget: "Forget everything",
    keepsake: "My keepsake, to print",
    keepsake_page: "My keepsake, as a page",
    dates: "What comes next, for my calendar",
  },
  working: "One moment…",
  handed: (name) => `${name} is in your downloads.`,
  tooLarge: "This file is too large to be a journal. Nothing was changed. Choose another one.",
  sure: "All you wrote on this machine would go, the kept copies too, and nobody could bring it back. Do you want it all to go?",
  keep: "Keep it",
  downloadFirst: "Download it first",
  forgetNow: "Forget everything now",
};
