package egov.kiosk.documents.verify;

/**
 * Places inside a container, as OFD writes them (ST_Loc): absolute, or from where they are written.
 */
final class Place {
  private Place() {}

  /**
   * The entry's name.
   *
   * @param from the entry in which the place is written
   * @param place the place
   */
  static String of(String from, String place) throws Refusal {
    String name =
        place.startsWith("/")
            ? place.substring(1)
            : from.substring(0, from.lastIndexOf('/') + 1) + place;
    if (!name.matches("[A-Za-z0-9._/-]{1,500}") || ("/" + name + "/").matches(".*/\\.*/.*")) {
      throw Refusal.unsupported("the document refers to a place outside of itself");
    }
    return name;
  }
}
