package egov.kiosk.flow.desk;

import egov.kiosk.domain.device.PageFlaw;
import java.util.List;
import java.util.Set;

/**
 * The page on which papers are photographed (材料).
 *
 * @param camera how the document camera is
 * @param list every paper asked for, in order
 * @param shot the picture just taken, not kept yet; null when there is none
 * @param phone whether a page may come from a telephone
 * @param room whether one more page can be taken in this session
 */
public record MaterialsView(
    CameraState camera, List<Wanted> list, Shot shot, boolean room, boolean phone) {
  public MaterialsView {
    list = List.copyOf(list);
  }

  /** How the document camera is. */
  public enum CameraState {
    /** It is being switched on. */
    STARTING,
    /** Live pictures come. */
    READY,
    /** A page is being taken. */
    TAKING,
    /** There is none, or it gives no picture; tried again by itself. */
    LOST
  }

  /**
   * One paper.
   *
   * @param later whether it may be brought to the counter instead
   * @param broughtLater whether the citizen chose that
   * @param pages the keys of the pages kept, in order
   * @param licence the licence that can stand in for it, null when there is none
   */
  public record Wanted(
      String id,
      String label,
      String labelEnglish,
      String hint,
      String hintEnglish,
      boolean required,
      int maxPages,
      boolean later,
      boolean broughtLater,
      List<String> pages,
      LicenceView licence) {
    public Wanted {
      pages = List.copyOf(pages);
    }
  }

  /**
   * An electronic licence of the citizen.
   *
   * @param number masked
   * @param used whether it stands in for the paper
   */
  public record LicenceView(String name, String number, String validUntil, boolean used) {}

  /**
   * A picture to look at before it is kept.
   *
   * @param key what it is fetched by
   * @param material the paper it is of
   * @param flaws what makes it hard to read; may be empty
   */
  public record Shot(String key, String material, Set<PageFlaw> flaws) {
    public Shot {
      flaws = Set.copyOf(flaws);
    }
  }
}
