package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares what transactions name as their enclosures (附件) with the attachments that arrive, in
 * whichever order they come. A transaction is settled by its own receipt, whatever this book says;
 * the book says what its papers lack. Safe for several threads and several workers: nobody rewrites
 * what another wrote, and how a transaction stands is worked out when it is asked.
 *
 * <p>In its directory: {@code named/{kiosk}/{transaction}}, a line an enclosure; {@code
 * arrived/{kiosk}/{transaction}/{attachment}}, one line; {@code open/{kiosk}/{transaction}}, empty,
 * while the two do not agree.
 */
public final class EnclosureBook {
  private final Path named;
  private final Path arrived;
  private final Path open;

  /**
   * @param root the directory, created if need be
   */
  public EnclosureBook(Path root) {
    Objects.requireNonNull(root, "root");
    named = root.resolve("named");
    arrived = root.resolve("arrived");
    open = root.resolve("open");
  }

  /** A transaction was taken, now or before. */
  void named(String kioskId, TransactionId transaction, List<Enclosure> enclosures)
      throws IOException {
    Path file = of(named, kioskId).resolve(transaction.value());
    if (Files.exists(file)) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (Enclosure enclosure : enclosures) {
      lines.append(line(enclosure.name(), enclosure.bytes(), enclosure.sm3()));
    }
    DurableFile.write(file, lines.toString());
    review(kioskId, transaction);
  }

  /** An attachment is whole and kept. A slip is the kiosk's own and no transaction names it. */
  void arrived(AttachmentManifest manifest) throws IOException {
    if (manifest.name().equals(SlipKeeper.NAME)) {
      return;
    }
    String transaction = manifest.transactionId().value();
    Path file = of(arrived, manifest.kioskId()).resolve(transaction).resolve(manifest.id().value());
    if (Files.exists(file)) {
      return;
    }
    DurableFile.write(file, line(manifest.name(), manifest.bytes(), manifest.sm3()));
    review(manifest.kioskId(), manifest.transactionId());
  }

  /** How a transaction stands; empty when it names nothing and nothing came for it. */
  public Optional<EnclosureState> state(String kioskId, TransactionId transaction)
      throws IOException {
    Path list = of(named, kioskId).resolve(transaction.value());
    boolean known = Files.exists(list);
    List<String> wanted = known ? Files.readAllLines(list) : List.of();
    List<String> here = new ArrayList<>();
    for (Path file : DurableFile.list(of(arrived, kioskId).resolve(transaction.value()))) {
      here.addAll(Files.readAllLines(file));
    }
    if (!known && here.isEmpty()) {
      return Optional.empty();
    }
    List<String> missing = wanted.stream().filter(line -> !here.contains(line)).toList();
    List<String> differing = here.stream().filter(line -> !wanted.contains(line)).toList();
    EnclosureState.Word word =
        !known
            ? EnclosureState.Word.UNANNOUNCED
            : !differing.isEmpty()
                ? EnclosureState.Word.DIFFERS
                : missing.isEmpty() ? EnclosureState.Word.COMPLETE : EnclosureState.Word.INCOMPLETE;
    return Optional.of(
        new EnclosureState(
            kioskId, transaction, word, names(missing), known ? names(differing) : List.of()));
  }

  /** Every transaction that was open before this instant and still is. */
  public List<EnclosureState> openSince(Instant before) throws IOException {
    List<EnclosureState> states = new ArrayList<>();
    for (Path kiosk : DurableFile.list(open)) {
      for (Path mark : DurableFile.list(kiosk)) {
        if (Files.getLastModifiedTime(mark).toInstant().isBefore(before)) {
          state(kiosk.getFileName().toString(), new TransactionId(mark.getFileName().toString()))
              .filter(state -> state.word() != EnclosureState.Word.COMPLETE)
              .ifPresent(states::add);
        }
      }
    }
    return states;
  }

  /**
   * Marks it while it is open. Of two who write at once each writes its own record before it looks,
   * so that whoever looks last sees both and takes the mark away.
   */
  private void review(String kioskId, TransactionId transaction) throws IOException {
    Path mark = of(open, kioskId).resolve(transaction.value());
    if (!Files.exists(mark)) {
      DurableFile.write(mark, "");
    }
    if (state(kioskId, transaction)
        .filter(state -> state.word() != EnclosureState.Word.COMPLETE)
        .isEmpty()) {
      Files.deleteIfExists(mark);
    }
  }

  private static String line(String name, long bytes, String sm3) {
    return name + " " + bytes + " " + sm3 + "\n";
  }

  private static List<String> names(List<String> lines) {
    return lines.stream().map(line -> line.substring(0, line.indexOf(' '))).sorted().toList();
  }

  private static Path of(Path part, String kioskId) {
    if (!Topics.isKioskId(kioskId)) {
      throw new IllegalArgumentException("not a kiosk's id");
    }
    return part.resolve(kioskId);
  }
}
