package egov.kiosk.identity.pack;

/** In which order a model takes the colours of a pixel. */
public enum ChannelOrder {
  /** Blue, green, red. */
  BGR,
  /** Red, green, blue. */
  RGB,
  /** One channel of brightness. */
  GREY;

  /** How many values a pixel has. */
  public int channels() {
    return this == GREY ? 1 : 3;
  }
}
