package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The social security application of an inserted card: selected by its name, then read record by
 * record. Only what needs no PIN is asked for, and nothing of the bank's side.
 */
public final class SocialCardApplication {
  /** SELECT by name, "sx1.sh.社会保障" in GBK. */
  private static final byte[] SELECT =
      HexFormat.of().parseHex("00A404000F7378312E73682EC9E7BBE1B1A3D5CF");

  /** What the card must say, besides its version. */
  private static final List<CardRecord> NEEDED =
      List.of(CardRecord.CARD_NUMBER, CardRecord.NUMBER, CardRecord.NAME);

  private static final List<CardRecord> WANTED =
      List.of(CardRecord.ISSUER, CardRecord.ISSUED, CardRecord.VALID_UNTIL);

  private final ApduExchange exchange;

  public SocialCardApplication(ApduChannel channel) {
    this.exchange = new ApduExchange(channel);
  }

  /**
   * Reads the card.
   *
   * @throws DeviceException {@link FaultCode#CARD_NOT_SUPPORTED} when it has no such application,
   *     {@link FaultCode#CARD_UNREADABLE} when its answers make no sense, {@link
   *     FaultCode#CARD_DATA_INVALID} when what it says cannot be
   * @throws InterruptedException when the thread was interrupted between two commands
   */
  public SocialCard read() throws DeviceException, InterruptedException {
    select();
    Map<CardRecord, byte[]> values = new EnumMap<>(CardRecord.class);
    try {
      need(CardRecord.VERSION, values);
      SocialCardParser.Generation generation =
          SocialCardParser.generation(values.get(CardRecord.VERSION));
      for (CardRecord record : NEEDED) {
        need(record, values);
      }
      for (CardRecord record : WANTED) {
        want(record, values);
      }
      if (generation == SocialCardParser.Generation.FIRST) {
        want(CardRecord.SEX_OF_VERSION_1, values);
      } else {
        want(CardRecord.NAME_EXTENSION, values);
        want(CardRecord.SEX, values);
      }
      return SocialCardParser.parse(values);
    } finally {
      values.values().forEach(value -> Arrays.fill(value, (byte) 0));
    }
  }

  private void select() throws DeviceException, InterruptedException {
    Answer answer = exchange.send(SELECT);
    answer.wipe();
    if (answer.status() == Answer.NO_FILE) {
      throw CardFault.of(
          FaultCode.CARD_NOT_SUPPORTED,
          "the card has no social security application; insert a social security card");
    }
    requireDone(answer);
  }

  private void need(CardRecord record, Map<CardRecord, byte[]> values)
      throws DeviceException, InterruptedException {
    Answer answer = exchange.send(record.command());
    requireDone(answer);
    keep(record, answer, values);
  }

  /** As {@link #need}, but a card without this record is a card all the same. */
  private void want(CardRecord record, Map<CardRecord, byte[]> values)
      throws DeviceException, InterruptedException {
    Answer answer = exchange.send(record.command());
    if (answer.status() != Answer.NO_RECORD && answer.status() != Answer.NO_FILE) {
      requireDone(answer);
      keep(record, answer, values);
    }
  }

  private static void keep(CardRecord record, Answer answer, Map<CardRecord, byte[]> values)
      throws DeviceException {
    try {
      values.put(record, RecordValue.of(answer.data(), record.length()));
    } finally {
      answer.wipe();
    }
  }

  private static void requireDone(Answer answer) throws DeviceException {
    if (!answer.done()) {
      answer.wipe();
      throw CardFault.of(
          FaultCode.CARD_UNREADABLE,
          "the card refuses (status %04X); take it out and insert it again"
              .formatted(answer.status()));
    }
  }
}
