package egov.kiosk.updates.ddi;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.trust.MetadataSource;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Metadata among the files of an action. */
public record ArtifactSource(Ddi ddi, Deployment deployment) implements MetadataSource {
  @Override
  public Optional<byte[]> fetch(String name, int longest)
      throws IOException, UpdateRefusedException {
    URI address = deployment.files().get(name);
    if (address == null) {
      return Optional.empty();
    }
    try {
      return ddi.small(address, longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
