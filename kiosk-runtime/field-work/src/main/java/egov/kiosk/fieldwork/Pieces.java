package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.Piece;
import egov.kiosk.domain.picture.JpegJudge;
import egov.kiosk.domain.picture.PictureRefusedException;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Photos, voice notes, signatures and tracks of drafts. Nothing is decoded here. */
final class Pieces {
  /** Where photos of the standard forms go. */
  static final String PHOTO = "photo";

  private static final String VOICE = "voice-note";
  // A message names 32 things beside it; a rescued one names the draft itself as well.
  private static final int MOST_PIECES = 31;
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_PIXELS = 4096;
  private static final int LARGEST_POINT = 4095;
  private static final int FEWEST_POINTS = 8;
  private static final int MOST_POINTS = 20_000;
  private static final JpegJudge JUDGE = new JpegJudge(MOST_BYTES, MOST_PIXELS, MOST_PIXELS);

  private final Books books;
  private final Drafting drafting;
  private final Composer composer;
  private final Ports ports;
  private final InstantSource clock;

  Pieces(Books books, Drafting drafting, Composer composer, Ports ports, InstantSource clock) {
    this.books = books;
    this.drafting = drafting;
    this.composer = composer;
    this.ports = ports;
    this.clock = clock;
  }

  Draft photo(Badge who, String id, String slot, byte[] jpeg) throws FieldException {
    Draft draft = drafting.open(who, id);
    boolean known =
        draft.kind() == DraftKind.FORM
            ? composer
                .form(draft)
                .filter(item -> item.materials().stream().anyMatch(one -> one.id().equals(slot)))
                .isPresent()
            : slot.equals(PHOTO);
    if (!known) {
      throw new FieldException(Reason.NOT_FOUND, "no photo is asked for there");
    }
    try {
      JUDGE.judge(jpeg);
    } catch (PictureRefusedException e) {
      throw new FieldException(Reason.PICTURE, "a picture was refused: " + e.getMessage());
    }
    return add(draft, free(draft, slot), "image/jpeg", jpeg);
  }

  private static String free(Draft draft, String slot) throws FieldException {
    for (int number = 1; number <= Piece.PHOTOS; number++) {
      String name = slot + "-" + number;
      if (find(draft, name).isEmpty()) {
        return name;
      }
    }
    throw new FieldException(Reason.TOO_MANY, "there are " + Piece.PHOTOS + " photos already");
  }

  Draft voice(Badge who, String id, byte[] webm) throws FieldException {
    Draft draft = drafting.open(who, id);
    boolean sound =
        webm.length > 4
            && webm.length <= MOST_BYTES
            && HexFormat.of().formatHex(webm, 0, 4).equals("1a45dfa3");
    if (!sound || draft.kind() == DraftKind.PATROL) {
      throw new FieldException(Reason.PICTURE, "a sound was refused");
    }
    return replace(draft, VOICE, "audio/webm", webm);
  }

  Draft sign(Badge who, String id, List<int[]> strokes) throws FieldException {
    Draft draft = drafting.open(who, id);
    if (!composer.signs(draft)) {
      throw new FieldException(Reason.NOT_FOUND, "nobody signs here");
    }
    int points = 0;
    for (int[] stroke : strokes) {
      points += stroke.length / 2;
      for (int place : stroke) {
        if (place < 0 || place > LARGEST_POINT || stroke.length % 2 != 0) {
          throw new FieldException(Reason.PICTURE, "a stroke leaves the paper");
        }
      }
    }
    if (points < FEWEST_POINTS || points > MOST_POINTS) {
      throw new FieldException(Reason.PICTURE, "that is no signature");
    }
    String text =
        strokes.stream()
            .map(java.util.Arrays::toString)
            .map(line -> line.replace(" ", ""))
            .collect(Collectors.joining(",", "[", "]"));
    return replace(
        draft, Composer.SIGNATURE, "application/json", text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The way of a patrol as a piece, one point a line; called once, when it is handed in. */
  Draft withTrack(Draft patrol) throws FieldException {
    String lines =
        new TreeMap<>(patrol.answers())
            .entrySet().stream()
                .filter(entry -> entry.getKey().matches("t[0-9]{4}"))
                .map(entry -> entry.getValue() + "\n")
                .collect(Collectors.joining());
    return replace(patrol, "track", "text/csv", lines.getBytes(StandardCharsets.US_ASCII));
  }

  Draft takeAway(Badge who, String id, String name) throws FieldException {
    Draft draft = drafting.open(who, id);
    Optional<Piece> piece = find(draft, name);
    if (piece.isEmpty()) {
      return draft;
    }
    List<Piece> left = draft.pieces().stream().filter(one -> !one.equals(piece.get())).toList();
    Draft without = drafting.keep(draft.pieces(left));
    books.store().remove(FieldStore.Shelf.PIECE, piece.get().id().value());
    return without;
  }

  byte[] content(Badge who, String id, String name) throws FieldException {
    return content(who, id, name, "image/jpeg");
  }

  /** The voice note, for whoever recorded it to hear. */
  byte[] sound(Badge who, String id) throws FieldException {
    return content(who, id, VOICE, "audio/webm");
  }

  private byte[] content(Badge who, String id, String name, String mediaType)
      throws FieldException {
    Piece piece =
        find(drafting.mine(who, id), name)
            .filter(one -> one.enclosure().mediaType().equals(mediaType))
            .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "there is no such piece"));
    return books
        .piece(piece.id())
        .orElseThrow(() -> new FieldException(Reason.DAMAGED, "a photo or sound is missing"));
  }

  private static Optional<Piece> find(Draft draft, String name) {
    return draft.pieces().stream()
        .filter(piece -> piece.enclosure().name().equals(name))
        .findFirst();
  }

  private Draft replace(Draft draft, String name, String mediaType, byte[] content)
      throws FieldException {
    Optional<Piece> former = find(draft, name);
    List<Piece> others =
        draft.pieces().stream().filter(one -> !one.enclosure().name().equals(name)).toList();
    Draft with = add(draft.pieces(others), name, mediaType, content);
    if (former.isPresent()) {
      books.store().remove(FieldStore.Shelf.PIECE, former.get().id().value());
    }
    return with;
  }

  /** The bytes first: a draft that names a piece has it. */
  private Draft add(Draft draft, String name, String mediaType, byte[] content)
      throws FieldException {
    if (draft.pieces().size() >= MOST_PIECES) {
      throw new FieldException(Reason.TOO_MANY, "a draft has " + MOST_PIECES + " pieces");
    }
    TransactionId id = TransactionId.create(clock.instant());
    books.piece(id, content);
    String sm3 = HexFormat.of().formatHex(ports.digest().of(content));
    List<Piece> pieces = new ArrayList<>(draft.pieces());
    pieces.add(new Piece(id, new Enclosure(name, mediaType, content.length, sm3)));
    return drafting.keep(draft.pieces(pieces));
  }
}
