package egov.kiosk.conformance;

/** What only hands can do at a device, and how they are asked for it. */
public enum Gesture {
  PLACE_CARD("place a valid identity card on the reader and leave it there"),
  PLACE_ANOTHER_CARD("take the card away and place another person's card"),
  PLACE_FOREIGN_CARD("take the card away and place a card that is no identity card"),
  LIFT_CARD("take every card away from the reader"),
  UNPLUG("pull the device's cable"),
  PLUG_IN("plug the device's cable in again, and switch the device on"),
  TAKE_PAPER_OUT("take the paper out of the printer"),
  PUT_PAPER_IN("put enough paper into the printer"),
  NEARLY_NO_PAPER("put a roll in that is nearly used up"),
  OPEN_COVER("open the printer's cover"),
  CLOSE_COVER("close the printer's cover"),
  SHOW_FACE("stand in front of the camera"),
  LEAVE_VIEW("leave the camera's view"),
  INSERT_SOCIAL_CARD("insert a valid social security card and leave it there"),
  INSERT_ANOTHER_SOCIAL_CARD("take the card out and insert another person's social security card"),
  INSERT_FOREIGN_CARD("take the card out and insert a card of another kind, e.g. a bank card"),
  TAKE_CARD_OUT("take every card out of the slot"),
  SHOW_CODE("show the scanner a fresh electronic social security card (电子社保卡) on a telephone"),
  SHOW_CODE_AGAIN("show the scanner the very same code once more"),
  SHOW_FOREIGN_CODE("show the scanner another code, e.g. that on a bottle of water"),
  LAY_DOCUMENT("lay a printed sheet flat under the document camera"),
  TAKE_DOCUMENT_AWAY("clear the table under the document camera"),
  OPEN_DOOR("open the cabinet's door"),
  CLOSE_DOOR("close the cabinet's door"),
  STAND_BEFORE("stand in front of the kiosk"),
  STEP_AWAY("step away from the kiosk"),
  CUT_MAINS("pull the mains plug of the UPS"),
  RESTORE_MAINS("put the mains plug of the UPS in again");

  private final String words;

  Gesture(String words) {
    this.words = words;
  }

  /** In English, to finish "please …". */
  public String words() {
    return words;
  }
}
