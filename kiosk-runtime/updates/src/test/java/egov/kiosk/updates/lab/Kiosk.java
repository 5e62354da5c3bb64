package egov.kiosk.updates.lab;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.release.Draft;
import egov.kiosk.updates.release.Publication;
import egov.kiosk.updates.release.Signer;
import egov.kiosk.updates.release.TreePacker;
import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.slot.Places;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.SlotState;
import egov.kiosk.updates.slot.Updater;
import egov.kiosk.updates.trust.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A machine in a directory, and a release manager who can make small programs for it. */
public final class Kiosk {
  /** Not before the program was built, wherever the clock of the machine the tests run on is. */
  private static final Instant EARLIEST = Instant.parse("2026-11-02T00:00:00Z");

  public final Path home;
  public final Places places;
  public final Keys keys;
  public final Instant now;
  public final Draft first = draft(1);

  /** What the program of the next version does, instead of saying which it is. */
  public Optional<String> script = Optional.empty();

  public Kiosk(Path home) throws IOException {
    this(home, new Keys());
  }

  public Kiosk(Path home, Keys keys) throws IOException {
    this.home = home;
    this.keys = keys;
    now = Instant.now().isAfter(EARLIEST) ? Instant.now() : EARLIEST;
    places =
        new Places(
            home.resolve("opt"),
            home.resolve("boot"),
            home.resolve("exchange"),
            home.resolve("outbox.db"));
    Files.createDirectories(places.download());
    Files.createDirectories(places.firstRoot().getParent());
    Files.createDirectories(places.program().resolve("slots"));
    Files.createDirectories(places.slot(SlotName.FACTORY).resolve("bin"));
    Files.writeString(places.slot(SlotName.FACTORY).resolve("bin/kiosk"), "factory");
    Files.write(
        places.firstRoot(), Signer.file(keys.root(1, now.minus(Duration.ofDays(9))), keys.roots));
  }

  /** The same machine in another directory, as it lies here. */
  public Kiosk copyTo(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(home.relativize(file).toString()),
            LinkOption.NOFOLLOW_LINKS,
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return new Kiosk(to, this);
  }

  private Kiosk(Path home, Kiosk original) {
    this.home = home;
    keys = original.keys;
    now = original.now;
    places =
        new Places(
            home.resolve("opt"),
            home.resolve("boot"),
            home.resolve("exchange"),
            home.resolve("outbox.db"));
  }

  public static Draft draft(long version) {
    return Draft.of(version, "1." + version, "amd64", 3, 3);
  }

  public Machine machine() {
    return machine(now.plusSeconds(3600));
  }

  public Machine machine(Instant clock) {
    return new Machine("amd64", "K1", () -> clock, EARLIEST.minus(Duration.ofDays(1)));
  }

  public Updater updater() {
    return updater(Steps.NONE);
  }

  public Updater updater(Steps steps) {
    return new Updater(places, machine(), steps);
  }

  public SlotState state() throws IOException {
    return updater().state();
  }

  /** A program whose files say which version they are of; its java never changes. */
  public Path tree(long version) throws IOException {
    Path tree = home.resolve("tree" + version);
    write(tree.resolve("bin/kiosk"), script.orElse("#!/bin/sh\necho version " + version + "\n"));
    write(tree.resolve("bundles/app.jar"), "app " + version + " ".repeat(70_000));
    write(tree.resolve("conf/jvm.args"), "-Xmx1m");
    write(tree.resolve("jre/lib/modules"), "java".repeat(20_000));
    tree.resolve("bin/kiosk").toFile().setExecutable(true);
    return tree;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Signs a version and puts it where the helper installs from. */
  public Path publish(Draft draft) throws IOException {
    return publish(draft, places.download());
  }

  public Path publish(Draft draft, Path into) throws IOException {
    Map<String, Object> release = new TreePacker(tree(draft.version())).pack(draft, into);
    publication(draft.version(), now).write(into, List.of(release));
    return into;
  }

  /** As {@link #publish} with other signers. */
  public static void publish(Kiosk kiosk, Draft draft, Publication publication) throws IOException {
    Path into = kiosk.places.download();
    publication.write(into, List.of(new TreePacker(kiosk.tree(draft.version())).pack(draft, into)));
  }

  public Publication publication(long version, Instant issued) {
    return new Publication(version, issued, keys.managers, keys.online);
  }

  /** A machine on which version 1 runs and is kept. */
  public Kiosk withVersion1() throws IOException, UpdateRefusedException {
    install(first);
    return this;
  }

  /** All of it, to the end. */
  public void install(Draft draft) throws IOException, UpdateRefusedException {
    publish(draft);
    updater().install(places.download());
    updater().begin();
    updater().prestart();
    updater().keep();
  }

  /** The version whose files are where the link points to; 0 for the factory's. */
  public long running() throws IOException {
    String script = Files.readString(places.link().resolve("bin/kiosk"));
    return script.equals("factory")
        ? 0
        : Long.parseLong(script.replaceAll("(?s).*version ([0-9]+).*", "$1"));
  }

  /** The options the helper is called with on this machine. */
  public List<String> options() {
    return List.of(
        "--opt", places.program().toString(),
        "--boot", places.state().toString(),
        "--exchange", places.exchange().toString(),
        "--queue", places.queue().toString(),
        "--arch", "amd64",
        "--hardware", "K1");
  }

  public Path metadata(Role role) {
    return places.download().resolve(role.fileName());
  }
}
