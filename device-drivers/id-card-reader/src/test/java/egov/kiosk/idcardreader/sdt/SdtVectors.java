package egov.kiosk.idcardreader.sdt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Frames typed from the protocol text, and cards built from field values. */
public final class SdtVectors {
  private SdtVectors() {}

  /** Bytes from hex with blanks. */
  public static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /** A whole answer frame with a right checksum. */
  public static byte[] answer(int sw3, byte[] data) {
    int length = 4 + data.length;
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(hex("AAAAAA9669"));
    frame.writeBytes(new byte[] {(byte) (length >> 8), (byte) length, 0, 0, (byte) sw3});
    frame.writeBytes(data);
    int xor = 0;
    byte[] soFar = frame.toByteArray();
    for (int i = 5; i < soFar.length; i++) {
      xor ^= soFar[i];
    }
    frame.write(xor);
    return frame.toByteArray();
  }

  /** The answer to a read: header, text, an empty photo. */
  public static byte[] readAnswer(byte[] text) {
    byte[] data = new byte[4 + 256 + 1024];
    data[0] = 1;
    data[2] = 4;
    System.arraycopy(text, 0, data, 4, 256);
    return answer(0x90, data);
  }

  /** A text block from offset-value pairs. */
  public static byte[] text(Object... offsetsAndValues) {
    byte[] block = " ".repeat(128).getBytes(StandardCharsets.UTF_16LE);
    for (int i = 0; i < offsetsAndValues.length; i += 2) {
      byte[] value = ((String) offsetsAndValues[i + 1]).getBytes(StandardCharsets.UTF_16LE);
      System.arraycopy(value, 0, block, (Integer) offsetsAndValues[i], value.length);
    }
    return block;
  }

  public static byte[] resident() {
    return text(
        0,
        "测试用",
        30,
        "1",
        32,
        "01",
        36,
        "19000101",
        52,
        "福建省福州市测试区样例路1号",
        122,
        "35010019000101999X",
        158,
        "样例公安局",
        188,
        "20200101",
        204,
        "长期");
  }

  public static byte[] hongKongMacaoTaiwan() {
    return text(
        0,
        "样例港",
        30,
        "2",
        36,
        "19000101",
        52,
        "福建省福州市测试区样例路3号",
        122,
        "810000190001019987",
        158,
        "样例公安局",
        188,
        "20200101",
        204,
        "20250101",
        220,
        "H00000001",
        238,
        "01",
        248,
        "J");
  }

  public static byte[] foreigner2017() {
    return text(
        0,
        "SAMPLE, TEST",
        120,
        "1",
        122,
        "USA350000000000",
        152,
        "USA",
        158,
        "样例",
        188,
        "20180101",
        204,
        "20280101",
        220,
        "19000101",
        236,
        "01",
        240,
        "3500",
        248,
        "I");
  }

  public static byte[] foreigner2023() {
    return text(
        0,
        "样例",
        30,
        "2",
        32,
        "01",
        36,
        "19000101",
        52,
        "SAMPLE, TEST",
        122,
        "935840190001019983",
        188,
        "20240101",
        204,
        "20340101",
        242,
        "USA",
        248,
        "Y",
        250,
        "001");
  }
}
