package egov.kiosk.flow.desk;

/** What a citizen's hand or eye looks for beside the glass (机柜正面). */
public enum FrontPart {
  /** Where an identity card is laid (读卡区). */
  CARD,
  /** The slot for social security cards (插卡口). */
  SOCIAL_CARD,
  /** The window a telephone's code is held to (扫码窗). */
  CODE,
  /** Where the slip comes out (出纸口). */
  PAPER,
  /** The lens of the face camera. */
  FACE,
  /** The keypad (盲文键盘). */
  KEYPAD,
  /** The socket for headphones (耳机孔). */
  JACK
}
