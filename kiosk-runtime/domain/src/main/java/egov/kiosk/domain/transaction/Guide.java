package egov.kiosk.domain.transaction;

import java.util.List;
import java.util.Objects;

/**
 * What a {@link OfflineClass#LOCAL} item shows and prints (办事指南).
 *
 * @param title its heading
 * @param paragraphs its text, at least one paragraph
 * @param titleEnglish its heading in English; empty where there is no English
 * @param paragraphsEnglish its text in English; empty where there is no English
 */
public record Guide(
    String title, List<String> paragraphs, String titleEnglish, List<String> paragraphsEnglish) {
  public Guide {
    Objects.requireNonNull(title, "title");
    paragraphs = List.copyOf(paragraphs);
    paragraphsEnglish = List.copyOf(paragraphsEnglish);
    if (paragraphs.isEmpty()) {
      throw new IllegalArgumentException("a guide has at least one paragraph");
    }
    if (titleEnglish.isEmpty() != paragraphsEnglish.isEmpty()) {
      throw new MemberRefusedException(
          "titleEn", "titleEn and paragraphsEn stand together or not at all");
    }
  }

  /** A guide without English. */
  public Guide(String title, List<String> paragraphs) {
    this(title, paragraphs, "", List.of());
  }
}
