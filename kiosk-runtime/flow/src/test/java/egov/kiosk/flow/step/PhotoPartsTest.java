package egov.kiosk.flow.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PhotoPartsTest {
  @Test
  void parts_closed_nothingOfThemIsLeft() {
    byte[] first = {1, 2};
    byte[] second = {3};
    PhotoParts parts = new PhotoParts();
    parts.add(first);
    parts.add(second);
    byte[] whole = parts.whole();
    assertArrayEquals(new byte[] {1, 2, 3}, whole);
    parts.close();
    assertArrayEquals(new byte[3], whole);
    assertArrayEquals(new byte[2], first);
    assertArrayEquals(new byte[1], second);
  }
}
