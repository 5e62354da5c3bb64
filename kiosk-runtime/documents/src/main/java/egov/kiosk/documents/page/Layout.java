package egov.kiosk.documents.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A document, set.
 *
 * @param title what readers show as its title
 * @param created the day it bears
 * @param pages in order, at least one
 * @param seal where the seal stands
 */
public record Layout(String title, LocalDate created, List<Page> pages, SealPlace seal) {
  public Layout {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(created, "created");
    pages = List.copyOf(pages);
    Page sealed = pages.get(seal.page());
    if (seal.x() < 0
        || seal.y() < 0
        || seal.x() + seal.width() > sealed.width()
        || seal.y() + seal.height() > sealed.height()) {
      throw new IllegalArgumentException("a template put the seal beside the page");
    }
  }
}
