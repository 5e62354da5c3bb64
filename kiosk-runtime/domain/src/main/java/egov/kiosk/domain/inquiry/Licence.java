package egov.kiosk.domain.inquiry;

/**
 * An electronic licence (电子证照) that can stand in for a paper.
 *
 * @param type what the catalogue calls it, 1 to 64 letters, digits or hyphens
 * @param name what the citizen calls it, 1 to 60 characters
 * @param number its number, 1 to 60 characters; shown masked
 * @param validUntil the last day it is valid, in words, may be empty
 * @param sm3 SM3 of the licence's file at the platform, 64 hexadecimal digits in lower case
 */
public record Licence(String type, String name, String number, String validUntil, String sm3) {
  private static final int LONGEST = 60;

  public Licence {
    if (!type.matches("[A-Za-z0-9-]{1,64}") || !sm3.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a licence has a type and an SM3 digest");
    }
    if (name.isBlank() || name.length() > LONGEST || number.isBlank()) {
      throw new IllegalArgumentException("a licence has a name and a number");
    }
    if (number.length() > LONGEST || validUntil.length() > LONGEST) {
      throw new IllegalArgumentException("a licence's number and day have at most 60 characters");
    }
  }

  @Override
  public String toString() {
    return "Licence[" + type + "]";
  }
}
