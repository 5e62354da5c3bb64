package egov.kiosk.updates.desk;

import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.disk.TwoCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the runtime itself remembers of an update over a restart: which action of the server it is,
 * how far it got, and what worked before. For one thread.
 */
final class Notes {
  private static final Duration SELDOM = Duration.ofHours(12);

  private final Path exchange;
  private final TwoCopies action;
  private final TwoCopies baseline;
  private final TwoCopies answered;
  private final TwoCopies asking;

  Notes(Path exchange) throws IOException {
    this.exchange = Files.createDirectories(exchange);
    Disk disk = new Disk(Steps.NONE);
    action = new TwoCopies(exchange, "action", disk);
    baseline = new TwoCopies(exchange, "baseline", disk);
    answered = new TwoCopies(exchange, "answered", disk);
    asking = new TwoCopies(exchange, "asking", disk);
  }

  /** How far an action got. */
  enum Stage {
    INSTALLING,
    WAITING,
    TRIAL,
    /** Told to the server, or of no use: not to be begun again. */
    DONE
  }

  /** An action of the server's. */
  record Action(String id, long version, Stage stage) {}

  Optional<Action> action() {
    return action
        .read()
        .filter(lines -> lines.getOrDefault("version", "").matches("[0-9]{1,12}"))
        .map(
            lines ->
                new Action(
                    lines.getOrDefault("id", ""),
                    Long.parseLong(lines.get("version")),
                    stage(lines.getOrDefault("stage", ""))));
  }

  private static Stage stage(String word) {
    for (Stage stage : Stage.values()) {
      if (stage.name().equals(word)) {
        return stage;
      }
    }
    return Stage.DONE;
  }

  void keep(Action now) throws IOException {
    if (!action().equals(Optional.of(now))) {
      action.write(
          Map.of(
              "id", now.id(),
              "version", Long.toString(now.version()),
              "stage", now.stage().name()));
    }
  }

  void keep(TrialWatch.Baseline now) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    lines.put("online", Boolean.toString(now.online()));
    now.working().forEach(name -> lines.put("works." + name.replaceAll("[=\n]", "-"), "yes"));
    baseline.write(lines);
  }

  /** Without a note nothing was known to work: a trial then needs only to be alive. */
  TrialWatch.Baseline baseline() {
    Map<String, String> lines = baseline.read().orElse(Map.of());
    Set<String> working =
        lines.keySet().stream()
            .filter(key -> key.startsWith("works."))
            .map(key -> key.substring("works.".length()))
            .collect(java.util.stream.Collectors.toSet());
    return new TrialWatch.Baseline(working, lines.getOrDefault("online", "").equals("true"));
  }

  /** When the server last answered; as exact as the disk is to be spared. */
  Optional<Instant> answered() {
    return at(answered);
  }

  private static Optional<Instant> at(TwoCopies note) {
    try {
      return note.read().map(lines -> Instant.parse(lines.getOrDefault("at", "")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Notes since when this kiosk has a server to ask, once: one that never answers is silent since
   * then. A moment before the program was built is a clock's that had not been set.
   */
  void asking(Instant now, Instant built) throws IOException {
    if (at(asking).filter(since -> since.isAfter(built)).isEmpty()) {
      asking.write(Map.of("at", now.toString()));
    }
  }

  /** Since when the server is silent: when it last answered, or since when it is asked at all. */
  Optional<Instant> silentSince() {
    return answered().or(() -> at(asking));
  }

  void answered(Instant now) throws IOException {
    Optional<Instant> before = answered();
    if (before.isEmpty() || Duration.between(before.get(), now).abs().compareTo(SELDOM) > 0) {
      answered.write(Map.of("at", now.toString()));
    }
  }

  Path exchange() {
    return exchange;
  }
}
