package egov.kiosk.platform.books;

import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryAnswer.Row;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Photos on their way from a telephone to the kiosk that asked for them: one code, one photo, ten
 * minutes, in memory. Safe for several threads.
 */
public final class Handovers {
  /** The largest photo: what the parts of an answer hold. */
  public static final int LARGEST = 40 * AnswerFile.LARGEST;

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST = 100;
  private static final int CODE_BYTES = 10;

  private final Map<String, Handover> open = new HashMap<>();
  private final SecureRandom random;
  private final InstantSource clock;
  private volatile String address = "";

  private static final class Handover {
    private final String kiosk;
    private final Instant until;
    private byte[] photo = new byte[0];

    Handover(String kiosk, Instant until) {
      this.kiosk = kiosk;
      this.until = until;
    }
  }

  public Handovers(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** Where telephones find the upload page; without one nothing is handed over. */
  public void address(String page) {
    address = page;
  }

  /** A telephone looks: whether this code still waits for a photo. */
  public synchronized boolean waits(String code) {
    Handover handover = current(code);
    return handover != null && handover.photo.length == 0;
  }

  /**
   * A telephone brings a photo.
   *
   * @return false when nobody waits for it, or it is no JPEG of a size that can be handed over
   */
  public synchronized boolean bring(String code, byte[] jpeg) {
    boolean picture =
        jpeg.length > 3
            && jpeg.length <= LARGEST
            && (jpeg[0] & 0xff) == 0xff
            && (jpeg[1] & 0xff) == 0xd8;
    if (!picture || !waits(code)) {
      return false;
    }
    current(code).photo = jpeg.clone();
    return true;
  }

  /** A kiosk asks: for a code, for a part of its photo, or that both be forgotten. */
  public synchronized InquiryAnswer answer(Question question) {
    Map<String, String> parameters = question.asking().parameters();
    String code = parameters.getOrDefault("code", "");
    return switch (parameters.getOrDefault("step", "")) {
      case "open" -> opened(question.kioskId());
      case "fetch" -> part(question.kioskId(), code, parameters.getOrDefault("part", "0"));
      case "close" -> close(question.kioskId(), code);
      default -> InquiryAnswer.NOTHING;
    };
  }

  private InquiryAnswer opened(String kiosk) {
    tidy();
    if (address.isEmpty() || open.size() >= MOST) {
      return InquiryAnswer.NOTHING;
    }
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    open.put(code, new Handover(kiosk, clock.instant().plus(LIFE)));
    return new InquiryAnswer(List.of(new Row("code", code), new Row("url", address + code)), "");
  }

  private InquiryAnswer part(String kiosk, String code, String number) {
    Handover handover = current(code);
    if (handover == null || !handover.kiosk.equals(kiosk) || !number.matches("[0-9]{1,2}")) {
      return InquiryAnswer.NOTHING;
    }
    int parts = (handover.photo.length + AnswerFile.LARGEST - 1) / AnswerFile.LARGEST;
    int part = Integer.parseInt(number);
    if (part >= parts) {
      return InquiryAnswer.NOTHING;
    }
    int from = part * AnswerFile.LARGEST;
    int to = Math.min(handover.photo.length, from + AnswerFile.LARGEST);
    AnswerFile file = new AnswerFile(Arrays.copyOfRange(handover.photo, from, to), part, parts);
    return new InquiryAnswer(List.of(), "", Map.of(), List.of(), List.of(), file);
  }

  private InquiryAnswer close(String kiosk, String code) {
    Handover handover = open.get(code);
    if (handover != null && handover.kiosk.equals(kiosk)) {
      Arrays.fill(handover.photo, (byte) 0);
      open.remove(code);
    }
    return InquiryAnswer.NOTHING;
  }

  private Handover current(String code) {
    tidy();
    return open.get(code);
  }

  private void tidy() {
    Instant now = clock.instant();
    open.values().removeIf(handover -> now.isAfter(handover.until));
  }
}
