package egov.kiosk.portraitdecoder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which library decodes, and how; immutable.
 *
 * @param library the absolute path of the site's shared library; its folder is the child's working
 *     folder, because such libraries look for their licence there
 * @param symbol the C function {@code int f(char *wlt, char *bgr, int save)}, 1 means decoded; a
 *     C++ name is given as it is mangled
 * @param bottomUp whether the library's rows begin at the bottom, as in a BMP file
 * @param timeout how long one portrait may take, 100 ms to 30 s
 */
public record DecoderSettings(Path library, String symbol, boolean bottomUp, Duration timeout) {
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  public DecoderSettings {
    Objects.requireNonNull(library, "library");
    if (!library.isAbsolute()) {
      throw new IllegalArgumentException("the portrait library is an absolute path");
    }
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException("the portrait library's symbol is the name of a function");
    }
    if (timeout.toMillis() < 100 || timeout.toSeconds() > 30) {
      throw new IllegalArgumentException("a portrait may take 100 ms to 30 s");
    }
  }
}
