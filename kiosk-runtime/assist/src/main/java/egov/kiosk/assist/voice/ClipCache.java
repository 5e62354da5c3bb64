package egov.kiosk.assist.voice;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sounds of fixed texts, the longest unused ones dropped first. Safe for several threads. */
final class ClipCache {
  private final Map<String, byte[]> sounds = new LinkedHashMap<>(64, 0.75f, true);
  private final int most;
  private int held;

  /**
   * @param most bytes kept at most
   */
  ClipCache(int most) {
    this.most = most;
  }

  synchronized Optional<byte[]> get(String key) {
    return Optional.ofNullable(sounds.get(key)).map(byte[]::clone);
  }

  synchronized void put(String key, byte[] sound) {
    if (sound.length > most || sounds.containsKey(key)) {
      return;
    }
    sounds.put(key, sound.clone());
    held += sound.length;
    Iterator<byte[]> oldest = sounds.values().iterator();
    while (held > most && oldest.hasNext()) {
      held -= oldest.next().length;
      oldest.remove();
    }
  }

  synchronized int bytes() {
    return held;
  }
}
