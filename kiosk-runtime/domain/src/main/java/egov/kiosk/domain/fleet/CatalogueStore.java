package egov.kiosk.domain.fleet;

import java.util.List;

/**
 * Takes other service items into service (事项目录更新). The items the kiosk was delivered with stay what
 * it falls back to. Safe for use by several threads.
 */
public interface CatalogueStore {
  /** The version of the items in service; 0 for those the kiosk was delivered with. */
  long version();

  /**
   * Checks the items and takes them into service, all or none. They are in service, and on the
   * disk, when this returns; what was in service before stays when it throws.
   *
   * @param version greater than 0; the caller makes sure that it rises
   * @param items each the text of one service item file, in the order they are shown; an empty list
   *     takes the kiosk back to the items it was delivered with
   * @throws OrderRefusedException when one of them is refused, or they cannot be kept
   */
  void replace(long version, List<String> items) throws OrderRefusedException;

  /**
   * Reads everything from the disk again.
   *
   * @return how many items are in service now
   */
  int reload();
}
