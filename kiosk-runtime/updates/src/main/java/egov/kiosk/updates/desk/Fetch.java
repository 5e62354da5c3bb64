package egov.kiosk.updates.desk;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.ddi.ArtifactSource;
import egov.kiosk.updates.ddi.Ddi;
import egov.kiosk.updates.ddi.Deployment;
import egov.kiosk.updates.ddi.PartDownload;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.slot.Choice;
import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.slot.Places;
import egov.kiosk.updates.slot.ProgramHere;
import egov.kiosk.updates.slot.SlotContent;
import egov.kiosk.updates.slot.SlotState;
import egov.kiosk.updates.trust.MetadataCheck;
import egov.kiosk.updates.trust.MetadataSource;
import egov.kiosk.updates.trust.Part;
import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.TimeFloor;
import egov.kiosk.updates.trust.TrustStore;
import egov.kiosk.updates.trust.Verified;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings what an action is about into the download directory: the metadata, believed, before a
 * single byte of a part; of the parts only those whose files are not here already.
 */
final class Fetch {
  private final Places places;
  private final Machine machine;
  private final Ddi ddi;
  private final TrustStore trust;
  private final TrustStore seen;
  private final Disk disk = new Disk(Steps.NONE);

  Fetch(Places places, Machine machine, Ddi ddi) {
    this.places = places;
    this.machine = machine;
    this.ddi = ddi;
    trust = new TrustStore(places.firstRoot(), places.state(), disk);
    seen = new TrustStore(places.firstRoot(), places.exchange().resolve("seen"), disk);
  }

  /**
   * Brings it.
   *
   * @return the release; empty when it runs already
   */
  Optional<Release> bring(Deployment deployment, SlotState state)
      throws IOException, UpdateRefusedException, InterruptedException {
    Map<String, byte[]> metadata = new TreeMap<>();
    MetadataSource source = new ArtifactSource(ddi, deployment);
    MetadataSource remembering =
        (name, longest) -> {
          Optional<byte[]> bytes = source.fetch(name, longest);
          bytes.ifPresent(got -> metadata.put(name, got));
          return bytes;
        };
    Verified verified =
        new MetadataCheck(
                trust,
                trust.marks().with(seen.marks()),
                remembering,
                new TimeFloor(machine.clock().get(), machine.built()),
                Duration.ZERO)
            .run();
    seen.keep(verified);
    Optional<Release> chosen = new Choice(machine, state).from(verified.targets());
    if (chosen.isPresent()) {
      Path download = Files.createDirectories(places.download());
      List<Part> parts = needed(chosen.get(), state);
      tidy(chosen.get(), metadata.keySet());
      bring(parts, deployment);
      for (Map.Entry<String, byte[]> file : metadata.entrySet()) {
        disk.replace(download.resolve(file.getKey()), file.getValue());
      }
    }
    return chosen;
  }

  private void bring(List<Part> parts, Deployment deployment)
      throws IOException, UpdateRefusedException, InterruptedException {
    PartDownload download = new PartDownload(ddi, places.download());
    long missing = 0;
    for (Part part : parts) {
      missing += download.missing(part);
    }
    download.demandSpace(missing);
    for (Part part : parts) {
      URI address = deployment.files().get(part.name());
      if (address == null) {
        throw new UpdateRefusedException(
            Refusal.SERVER, "the update server does not carry " + part.name());
      }
      download.bring(part, address);
    }
  }

  private List<Part> needed(Release release, SlotState state) {
    Optional<ProgramHere> here = here(state);
    List<Part> needed = new ArrayList<>();
    for (int i = 0; i < release.parts().size(); i++) {
      int part = i;
      boolean all =
          here.map(
                  program ->
                      program.hasAll(
                          release.files().stream().filter(file -> file.part() == part).toList()))
              .orElse(false);
      if (!all) {
        needed.add(release.parts().get(part));
      }
    }
    return needed;
  }

  private Optional<ProgramHere> here(SlotState state) {
    Path slot = places.slot(state.good());
    try {
      Release release =
          new SlotContent(slot).release(Optional.ofNullable(state.pins().get(state.good())), trust);
      return Optional.of(new ProgramHere(slot, release));
    } catch (UpdateRefusedException e) {
      return Optional.empty();
    }
  }

  /** What an earlier action left is of no use and may be what fills the disk. */
  private void tidy(Release release, Set<String> metadata) throws IOException {
    Set<String> wanted = new HashSet<>(metadata);
    release.parts().forEach(part -> wanted.addAll(List.of(part.name(), part.name() + ".coming")));
    try (Stream<Path> files = Files.list(places.download())) {
      for (Path file : files.toList()) {
        if (!wanted.contains(file.getFileName().toString()) && !Files.isDirectory(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
