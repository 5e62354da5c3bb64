package egov.kiosk.facepacks.calibration;

import egov.kiosk.identity.pack.PortraitKind;
import egov.kiosk.identity.vision.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faces of all images: right ones as a camera shows them, left ones as each portrait kind. */
final class Faces {
  private final Path folder;
  private final Prober prober;
  private final Map<String, Optional<Embedding>> photos = new HashMap<>();
  private final Map<String, Optional<Embedding>> cards = new HashMap<>();

  Faces(Path folder, Prober prober) {
    this.folder = folder;
    this.prober = prober;
  }

  /** Embeds what is not embedded yet. */
  void read(Set<String> lefts, Set<String> rights) throws IOException {
    for (String right : rights) {
      photos.computeIfAbsent(right, name -> prober.photo(bytes(name)));
    }
    for (String left : lefts) {
      byte[] file = bytes(left);
      photos.computeIfAbsent(left, name -> prober.photo(file));
      cards.computeIfAbsent(left, name -> prober.card(file));
    }
  }

  private byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the image " + name + " cannot be read", e);
    }
  }

  Optional<Embedding> left(PortraitKind kind, String image) {
    return (kind == PortraitKind.CARD ? cards : photos).get(image);
  }

  Optional<Embedding> right(String image) {
    return photos.get(image);
  }
}
