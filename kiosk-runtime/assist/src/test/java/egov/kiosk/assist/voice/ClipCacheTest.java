package egov.kiosk.assist.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClipCacheTest {
  @Test
  void fullCache_dropsWhatWasUnusedLongest() {
    ClipCache cache = new ClipCache(100);
    cache.put("a", new byte[40]);
    cache.put("b", new byte[40]);
    assertTrue(cache.get("a").isPresent());
    cache.put("c", new byte[40]);
    assertTrue(cache.get("b").isEmpty());
    assertTrue(cache.get("a").isPresent());
    assertEquals(80, cache.bytes());
  }

  @Test
  void soundLargerThanTheCache_isNotKept() {
    ClipCache cache = new ClipCache(100);
    cache.put("a", new byte[101]);
    assertTrue(cache.get("a").isEmpty());
  }
}
