package egov.kiosk.socialcardreader.card;

/**
 * The records that are read: which file by its short identifier (EF05 issuer, EF06 holder), which
 * number, how long the value is.
 */
enum CardRecord {
  /** 规范版本: tells the generation. */
  VERSION(5, 3, 4),
  /** 初始化机构. */
  ISSUER(5, 4, 12),
  /** 发卡日期, BCD. */
  ISSUED(5, 5, 4),
  /** 有效期, BCD. */
  VALID_UNTIL(5, 6, 4),
  /** 卡号. */
  CARD_NUMBER(5, 7, 9),
  /** 社会保障号码. */
  NUMBER(6, 1, 18),
  /** 姓名. */
  NAME(6, 2, 30),
  /** 姓名扩展, since version 2. */
  NAME_EXTENSION(6, 3, 20),
  /** 性别 on cards of version 2. */
  SEX(6, 4, 1),
  /** 性别 on cards of version 1. */
  SEX_OF_VERSION_1(6, 3, 1);

  private static final int TAG_AND_LENGTH = 2;

  private final int file;
  private final int number;
  private final int length;

  CardRecord(int file, int number, int length) {
    this.file = file;
    this.number = number;
    this.length = length;
  }

  /** READ RECORD by number in a file named by its short identifier, ISO 7816-4 7.3.3. */
  byte[] command() {
    return new byte[] {
      0, (byte) 0xB2, (byte) number, (byte) (file << 3 | 4), (byte) (length + TAG_AND_LENGTH)
    };
  }

  /** The longest value that is believed. */
  int length() {
    return length;
  }
}
