package egov.kiosk.camera;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a camera is: a device file of this machine, or a network camera's stream of JPEG pictures.
 * Immutable.
 */
public final class CameraAddress {
  private static final int LONGEST = 512;
  private static final int MOST_PORT = 65_535;

  private final Path file;
  private final URI url;

  private CameraAddress(Path file, URI url) {
    this.file = file;
    this.url = url;
  }

  /**
   * @param text an absolute path, e.g. {@code /dev/v4l/by-id/usb-…-video-index0}, or {@code
   *     http://HOST[:PORT]/PATH} without user name; HOST may be an IPv6 address in brackets
   * @throws IllegalArgumentException saying what is allowed
   */
  public static CameraAddress parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.regionMatches(true, 0, "http", 0, 4)) {
      return new CameraAddress(null, url(text));
    }
    try {
      return of(Path.of(text));
    } catch (InvalidPathException e) {
      throw refused();
    }
  }

  /**
   * A device file.
   *
   * @throws IllegalArgumentException when the path is not absolute
   */
  public static CameraAddress of(Path file) {
    if (!file.isAbsolute()) {
      throw refused();
    }
    return new CameraAddress(file, null);
  }

  private static URI url(String text) {
    try {
      URI url = text.length() > LONGEST ? null : URI.create(text);
      if (url != null
          && "http".equalsIgnoreCase(url.getScheme())
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawFragment() == null
          && url.getPort() != 0
          && url.getPort() <= MOST_PORT) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Falls to the one message below, which quotes nothing.
    }
    throw refused();
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "allowed is an absolute path, or http://HOST[:PORT]/PATH without user name");
  }

  /** The device file; empty for a network camera. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The network camera's address; empty for a device file. */
  public Optional<URI> url() {
    return Optional.ofNullable(url);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CameraAddress address
        && Objects.equals(address.file, file)
        && Objects.equals(address.url, url);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, url);
  }

  @Override
  public String toString() {
    return file != null ? file.toString() : url.toString();
  }
}
