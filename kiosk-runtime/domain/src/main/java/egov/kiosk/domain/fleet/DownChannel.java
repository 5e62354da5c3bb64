package egov.kiosk.domain.fleet;

/** Where the platform says something that is not a receipt; each is a topic of the contract. */
public enum DownChannel {
  /** What the kiosk should be configured to. */
  CONFIGURATION,
  /** Which service items it should offer. */
  CATALOGUE,
  /** Something to do once. */
  COMMAND,
  /** Which chunks of an attachment the platform still needs. */
  ATTACHMENT,
  /** The answer to a question, readable by nobody but who asked. */
  ANSWER,
  /** How far something is that was handed in here. */
  PROGRESS
}
