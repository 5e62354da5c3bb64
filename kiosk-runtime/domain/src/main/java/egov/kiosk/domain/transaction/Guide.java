package egov.kiosk.domain.transaction;

import java.util.List;
import java.util.Objects;

/**
 * What a {@link OfflineClass#LOCAL} item shows and prints (办事指南).
 *
 * @param title its heading
 * @param paragraphs its text, at least one paragraph
 */
public record Guide(String title, List<String> paragraphs) {
  public Guide {
    Objects.requireNonNull(title, "title");
    paragraphs = List.copyOf(paragraphs);
    if (paragraphs.isEmpty()) {
      throw new IllegalArgumentException("a guide has at least one paragraph");
    }
  }
}
