package egov.kiosk.flow.session;

import egov.kiosk.domain.device.DocumentPage;

/**
 * A photographed page.
 *
 * @param key what the screen calls it: 16 hexadecimal digits, unguessable
 * @param material the paper it is of
 * @param page the picture; overwritten when it is no longer needed
 */
public record Shot(String key, String material, DocumentPage page) {
  void close() {
    page.close();
  }

  @Override
  public String toString() {
    return "Shot[" + material + "]";
  }
}
