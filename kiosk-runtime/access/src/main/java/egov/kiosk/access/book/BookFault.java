package egov.kiosk.access.book;

/** Why the book of staff cannot be used. */
public enum BookFault {
  /** The disk does not let it be read or written; tried again at the next use. */
  DISK("the disk does not let the book of staff be read or written"),
  /** It does not open: altered, damaged, or of another machine or secret. It was set aside. */
  DAMAGED("the book of staff does not open and was set aside"),
  /** There was one, and it is gone. */
  MISSING("there was a book of staff and it is gone"),
  /** It is an older one than was in use: somebody put it back. */
  OLDER("the book of staff is an older one than was in use"),
  /** The secret it is sealed with is gone. */
  SECRET_MISSING("the secret that opens the book of staff is gone"),
  /** The secret is damaged, readable by others, or what binds it to the machine is absent. */
  SECRET_REFUSED("the secret that opens the book of staff is damaged or open to others");

  private final String what;

  BookFault(String what) {
    this.what = what;
  }

  /** What is the matter, as part of a sentence. */
  public String what() {
    return what;
  }
}
