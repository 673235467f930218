// What is said where something does not come.

export const WAITING_WORDS = {
  long: "This takes longer than it should. What you wrote is still on this page. Wait a little more, or reload and try again.",
  lost: "The workbook does not answer, and this is not finished. What you wrote is still on this page. Wait a little, or reload and try again.",
  broken: "Something went wrong on this page itself, and this was not done. What you wrote is still here. Reload the page and try again.",
  gone: "This file could not be read: it may have been moved, or another program holds it. Nothing was changed. Choose it once more.",
  notOpened: "This part of the page has not opened. What you wrote before is safe. Wait a little more, or reload the page.",
};
