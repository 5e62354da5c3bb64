package egov.kiosk.updates.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.updates.UpdateRefusedException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action: which files, and where. Its hashes (SHA-1, MD5, SHA-256) and its size are not looked
 * at; what was signed says both.
 *
 * @param action its id
 * @param files addresses by name
 * @param install whether it may be installed now; otherwise it is only downloaded
 */
public record Deployment(String action, Map<String, URI> files, boolean install) {
  private static final int MOST_FILES = 256;

  /** Copies. */
  public Deployment {
    files = Map.copyOf(files);
  }

  static boolean isAction(String id) {
    return id.matches("[A-Za-z0-9-]{1,64}");
  }

  static Deployment of(JsonNode said, DdiSettings settings) throws UpdateRefusedException {
    String action =
        ServerJson.text(said, "id")
            .filter(Deployment::isAction)
            .orElseThrow(() -> Ddi.refused("names an action without an id"));
    Map<String, URI> files = new LinkedHashMap<>();
    for (JsonNode chunk : ServerJson.objects(said, "deployment", "chunks")) {
      for (JsonNode artifact : ServerJson.objects(chunk, "artifacts")) {
        Optional<String> name = ServerJson.text(artifact, "filename");
        Optional<String> address = address(artifact);
        if (name.isPresent() && address.isPresent()) {
          files.put(name.get(), settings.own(address.get()));
        }
        if (files.size() > MOST_FILES) {
          throw Ddi.refused("names more than " + MOST_FILES + " files");
        }
      }
    }
    boolean install = !ServerJson.text(said, "deployment", "update").equals(Optional.of("skip"));
    return new Deployment(action, files, install);
  }

  /** Over the configured scheme, whichever of the two it is called. */
  private static Optional<String> address(JsonNode artifact) {
    return List.of("download", "download-http").stream()
        .map(kind -> ServerJson.text(artifact, "_links", kind, "href"))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
