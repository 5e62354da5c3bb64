package egov.kiosk.domain.inquiry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer says of the document that comes with it (证照的版式文件, a PDF). Travels as fields of the
 * {@link InquiryAnswer}; the bytes are its file, part by part. A kiosk that wants the next part
 * asks the same question again with {@link #PART}; every answer is signed and says the same digest,
 * so the platform has the very same bytes for as long as a kiosk may take to fetch them.
 *
 * @param sm3 SM3 of the whole document, 64 hexadecimal digits in lower case
 * @param bytes its length, at least 1; may be more than a kiosk takes, and then no file comes
 * @param pages how many pages it has, at least 1
 */
public record AnswerDocument(String sm3, int bytes, int pages) {
  /** The parameter by which a further part is asked for: its number, from 1. */
  public static final String PART = "documentPart";

  /** The largest document a kiosk takes. */
  public static final int LARGEST = 1024 * 1024;

  /** The most pages a kiosk prints. */
  public static final int MOST_PAGES = 20;

  private static final String SM3 = "document.sm3";
  private static final String BYTES = "document.bytes";
  private static final String PAGES = "document.pages";

  public AnswerDocument {
    if (!sm3.matches("[0-9a-f]{64}") || bytes < 1 || pages < 1) {
      throw new IllegalArgumentException("a document has an SM3 digest, bytes and pages");
    }
  }

  /** Whether a kiosk takes it. */
  public boolean fits() {
    return bytes <= LARGEST && pages <= MOST_PAGES;
  }

  /** In how many parts it comes. */
  public int parts() {
    return (bytes - 1) / AnswerFile.LARGEST + 1;
  }

  /** As the kiosk reads it; empty when the answer has no document, or none that is said whole. */
  public static Optional<AnswerDocument> in(InquiryAnswer answer) {
    Map<String, String> fields = answer.fields();
    try {
      return Optional.of(
          new AnswerDocument(
              fields.getOrDefault(SM3, ""),
              Integer.parseInt(fields.getOrDefault(BYTES, "")),
              Integer.parseInt(fields.getOrDefault(PAGES, ""))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * As the platform sends it.
   *
   * @param told what the books say beside the document; it comes with the first part alone
   * @param whole the document this describes
   * @param asking which part is wanted
   * @return {@link InquiryAnswer#NOTHING} for a part there is not
   */
  public InquiryAnswer answer(InquiryAnswer told, byte[] whole, Asking asking) {
    String wanted = asking.parameters().getOrDefault(PART, "0");
    int part = wanted.matches("[0-9]{1,2}") ? Integer.parseInt(wanted) : -1;
    if (part < 0 || part >= parts()) {
      return InquiryAnswer.NOTHING;
    }
    Map<String, String> fields = new HashMap<>(told.fields());
    fields.put(SM3, sm3);
    fields.put(BYTES, String.valueOf(bytes));
    fields.put(PAGES, String.valueOf(pages));
    InquiryAnswer beside = part == 0 ? told : InquiryAnswer.NOTHING;
    return new InquiryAnswer(
        beside.rows(),
        beside.asOf(),
        fields,
        beside.licences(),
        beside.wanted(),
        fits() ? part(whole, part) : AnswerFile.NONE);
  }

  private AnswerFile part(byte[] whole, int part) {
    int from = part * AnswerFile.LARGEST;
    int to = Math.min(whole.length, from + AnswerFile.LARGEST);
    return new AnswerFile(Arrays.copyOfRange(whole, from, to), part, parts());
  }
}
