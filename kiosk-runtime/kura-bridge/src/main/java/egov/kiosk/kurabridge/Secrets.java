package egov.kiosk.kurabridge;

import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets that were typed on a page of the framework's console. They come sealed under the
 * framework's own key, are opened by its own service, and go into the file, readable by its owner
 * alone, in which the room that needs the secret expects it. Nothing is typed where a site puts the
 * file there itself. What does not open, because the framework has another key than the one it was
 * sealed with, changes nothing: the file stays as it is. Used by one thread, asked by several.
 */
public final class Secrets {
  private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
  private static final int MOST = 4096;

  private final Map<Path, String> handed = new HashMap<>();
  private final Map<Path, String> unwritten = new HashMap<>();
  private final Map<String, Path> unopened = new ConcurrentSkipListMap<>();

  /**
   * Writes a file, where this secret is not in it already.
   *
   * @param name page and setting, for the log, e.g. {@code kura-bridge.brokerPassword}
   * @param sealed as the framework gives it; blank for none
   * @param file where the room expects it
   * @param crypto the framework's own service
   */
  public void hand(String name, String sealed, Path file, CryptoService crypto) {
    if (sealed.isBlank()) {
      unopened.remove(name);
      return;
    }
    if (sealed.equals(handed.get(file))) {
      return;
    }
    // Also when it cannot be opened: one line, not another each round, until another is typed.
    handed.put(file, sealed);
    byte[] secret = new byte[0];
    try {
      secret = bytes(crypto.decryptAes(sealed.toCharArray()));
      unopened.remove(name);
      WholeFile whole = new WholeFile(file, MOST);
      if (!Arrays.equals(whole.read().orElse(new byte[0]), secret)) {
        whole.write(secret);
        LOG.info("bridge: {} was taken over into {}", name, file);
      }
    } catch (KuraException | IllegalArgumentException e) {
      unopened.put(name, file);
      LOG.error(
          "bridge: {} cannot be opened: the framework has another key than it was sealed with; type"
              + " it again, give the framework its key back, or put the secret into {}, which stays"
              + " as it is",
          name,
          file);
    } catch (IOException e) {
      handed.remove(file);
      if (!sealed.equals(unwritten.put(file, sealed))) {
        LOG.error("bridge: {} cannot be written into {} yet: {}", name, file, e.toString());
      }
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** What could not be opened: the file each was for, by page and setting. */
  public Map<String, Path> unopened() {
    return Map.copyOf(unopened);
  }

  private static byte[] bytes(char[] text) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    Arrays.fill(encoded.array(), (byte) 0);
    Arrays.fill(text, '\0');
    return bytes;
  }
}
