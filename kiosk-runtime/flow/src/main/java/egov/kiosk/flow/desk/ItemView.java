package egov.kiosk.flow.desk;

import egov.kiosk.domain.transaction.LifeEvent;
import egov.kiosk.domain.transaction.OfflineClass;
import java.util.List;
import java.util.Set;

/**
 * A service item in the list.
 *
 * @param why null when it can be started now, else the reason it cannot
 * @param lifeEvents the tiles it stands under
 * @param initials first letters of its name in pinyin; empty when the entry says none
 * @param number the number on the poster; 0 for none
 * @param elsewhere whether matters of other provinces are taken in here (跨省通办)
 * @param bundle names of the items done together in this one; empty for an ordinary item
 * @param bundleEnglish the same names in English
 */
public record ItemView(
    String code,
    String name,
    String nameEnglish,
    String summary,
    String summaryEnglish,
    OfflineClass offlineClass,
    boolean available,
    Reason why,
    Set<LifeEvent> lifeEvents,
    String initials,
    int number,
    boolean elsewhere,
    List<String> bundle,
    List<String> bundleEnglish) {
  public ItemView {
    lifeEvents = Set.copyOf(lifeEvents);
    bundle = List.copyOf(bundle);
    bundleEnglish = List.copyOf(bundleEnglish);
  }

  /** An item that is found by its name alone. */
  public ItemView(
      String code,
      String name,
      String nameEnglish,
      String summary,
      OfflineClass offlineClass,
      boolean available,
      Reason why) {
    this(
        code,
        name,
        nameEnglish,
        summary,
        "",
        offlineClass,
        available,
        why,
        Set.of(),
        "",
        0,
        false,
        List.of(),
        List.of());
  }

  /** Why an item cannot be started now. */
  public enum Reason {
    NETWORK_DOWN,
    NO_READER,
    NO_CAMERA,
    NO_PAPER,
    /** Papers cannot be photographed. */
    NO_DOCUMENT_CAMERA,
    /** No sheet can be printed. */
    NO_PAGE_PRINTER,
    QUEUE_FULL,
    /** The kiosk is out of public service by order. */
    OUT_OF_SERVICE
  }
}
