package egov.kiosk.domain.transaction;

import java.util.Objects;
import java.util.Optional;

/**
 * A paper that belongs to an application (申请材料), photographed at the kiosk.
 *
 * @param id unique within the item: 1 to 32 lower-case letters, digits or hyphens
 * @param label what it is, as the citizen calls it
 * @param labelEnglish the same in English
 * @param hint which part of it is wanted, may be empty
 * @param required whether the application is incomplete without it
 * @param maxPages most pages taken, 1 to {@value #MOST_PAGES}
 * @param later whether it may be brought to the counter afterwards instead (容缺受理)
 * @param licence the electronic licence (电子证照) that can stand in for it, where there is one
 * @param hintEnglish the hint in English, may be empty
 */
public record Material(
    String id,
    String label,
    String labelEnglish,
    String hint,
    boolean required,
    int maxPages,
    boolean later,
    Optional<String> licence,
    String hintEnglish) {
  /** The most pages of one material. */
  public static final int MOST_PAGES = 20;

  public Material {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(labelEnglish, "labelEnglish");
    Objects.requireNonNull(hint, "hint");
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(hintEnglish, "hintEnglish");
    if (!id.matches("[a-z0-9-]{1,32}")) {
      throw new IllegalArgumentException(
          "a material's id is 1 to 32 lower-case letters, digits or hyphens");
    }
    if (maxPages < 1 || maxPages > MOST_PAGES) {
      throw new IllegalArgumentException("a material has 1 to " + MOST_PAGES + " pages");
    }
  }

  /** A paper whose hint has no English. */
  public Material(
      String id,
      String label,
      String labelEnglish,
      String hint,
      boolean required,
      int maxPages,
      boolean later,
      Optional<String> licence) {
    this(id, label, labelEnglish, hint, required, maxPages, later, licence, "");
  }

  /** Whether the kiosk must be able to photograph it. */
  public boolean needsCamera() {
    return required && !later;
  }
}
