package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The helper's side of a {@link Request}: obeys it, and leaves the answer where only it can write.
 */
public final class Obedience {
  private static final String ANSWER = "answer";

  private final Places places;
  private final Updater updater;

  /** Obeys with an updater. */
  public Obedience(Places places, Updater updater) {
    this.places = places;
    this.updater = updater;
  }

  /**
   * Obeys the request that lies there, if one does.
   *
   * @param but whether installing is left for later: before a start there is no time for it
   * @return what was done, in words; empty when nothing was asked for
   */
  public Optional<String> run(boolean but) throws IOException {
    Optional<Request> request = Request.find(places.exchange());
    if (request.isEmpty()) {
      Request.clear(places.exchange());
      return Optional.empty();
    }
    if (but && request.get().kind() == Request.Kind.INSTALL) {
      return Optional.empty();
    }
    String answer;
    try {
      answer = "DONE " + obey(request.get());
    } catch (UpdateRefusedException e) {
      answer = "REFUSED " + e.refusal() + " " + e.getMessage();
    } catch (IOException e) {
      answer = "REFUSED " + disk(e) + " the disk: " + e.getClass().getSimpleName();
    }
    Files.createDirectories(places.state());
    new Disk(Steps.NONE)
        .replace(
            places.state().resolve(ANSWER),
            (request.get().kind() + " " + answer + "\n").getBytes(StandardCharsets.UTF_8));
    Request.clear(places.exchange());
    return Optional.of(answer);
  }

  /** What the kernel says of a full disk is the only thing that tells it from a broken one. */
  private static Refusal disk(IOException e) {
    return String.valueOf(e.getMessage()).contains("No space left")
        ? Refusal.NO_SPACE
        : Refusal.DISK;
  }

  private String obey(Request request) throws IOException, UpdateRefusedException {
    switch (request.kind()) {
      case INSTALL -> {
        return updater
            .install(places.download())
            .map(release -> "version " + release.version() + " is installed")
            .orElse("nothing new");
      }
      case BEGIN -> updater.begin();
      case KEEP -> updater.keep();
      case GIVE_UP -> updater.giveUp(request.why().isEmpty() ? "asked" : request.why());
    }
    return request.kind().name();
  }

  /** The last answer, e.g. {@code INSTALL REFUSED OLDER …}; empty when there is none. */
  public static Optional<String> answer(Path state) throws IOException {
    try {
      return Optional.of(
          new String(Disk.small(state.resolve(ANSWER), 4096), StandardCharsets.UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
