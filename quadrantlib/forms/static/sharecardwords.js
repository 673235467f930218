// The words of the card on which a submission is put together.

export const CARD_OVER_WORDS = {
  looking: "Looking at what you have written…",
  promise: "Nothing is sent from here. You get a file, and what becomes of it is up to you. What you type on this card is kept nowhere.",
  cohort: { name: "cohort", ask: "What is the cohort called?", longest: 100, help: "Word for word as you were told: files that name another cohort are not read." },
  noCohort: "This file is made for one cohort. Write its name first.",
  invitation: "Or bring the invitation you were given",
  invitationHelp: "A file called invitation.json. It is read here and not kept.",
  invited: (cohort) => `This is the invitation to “${cohort}”.`,
  tooLarge: "This file is too large to be an invitation. Nothing was changed. Choose another one.",
  notText: "This file is not plain text, so it is no invitation. Nothing was changed. Choose another one.",
  uninvite: "Put the invitation away",
  always: "Always in it:",
  belongsHelp: "Leave it open, and the file does not say.",
  answerHelp: "It stands in the file word for word, and may stand in the report: some are known by their words. Leave it open, and the file has none.",
  code: { name: "code", ask: "A one-time code, if you were given one", longest: 40, help: "It keeps out files that strangers make up. It cannot hide you from whoever collects, should they make up the other files themselves." },
  look: "Look at the file itself",
  theFile: "The file, letter by letter",
  noFileYet: "Once it has the cohort’s name, the file can be seen here.",
  download: "Download this file",
  working: "One moment…",
  handed: (name) => `${name} is in your downloads. It has gone nowhere else.`,
};
