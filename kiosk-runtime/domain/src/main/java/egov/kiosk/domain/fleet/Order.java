package egov.kiosk.domain.fleet;

import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the platform asks of one kiosk, after its signature was verified (下行指令). */
public sealed interface Order {
  /** The kiosk it is meant for. */
  String kioskId();

  /** When the platform signed it, by the platform's clock. */
  Instant issuedAt();

  /**
   * What the kiosk should be configured to: replaces what an earlier one asked for.
   *
   * @param version rising; an older or equal one is refused
   * @param settings by configuration pid, then by key
   */
  record Configuration(
      String kioskId, Instant issuedAt, long version, Map<String, Map<String, String>> settings)
      implements Order {
    public Configuration {
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(issuedAt, "issuedAt");
      settings = Map.copyOf(settings);
    }
  }

  /**
   * Which service items the kiosk should offer: replaces what an earlier one asked for.
   *
   * @param version rising; an older or equal one is refused
   * @param items each the text of one service item file
   */
  record Catalogue(String kioskId, Instant issuedAt, long version, List<String> items)
      implements Order {
    public Catalogue {
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(issuedAt, "issuedAt");
      items = List.copyOf(items);
    }
  }

  /**
   * Something to do once.
   *
   * @param id its identity; the same id is never done twice
   * @param name what to do, a word such as {@code restart}
   * @param arguments more about it
   * @param expiresAt not to be begun after this
   */
  record Command(
      String kioskId,
      Instant issuedAt,
      String id,
      String name,
      Map<String, String> arguments,
      Instant expiresAt)
      implements Order {
    public Command {
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(issuedAt, "issuedAt");
      Objects.requireNonNull(expiresAt, "expiresAt");
      arguments = Map.copyOf(arguments);
      if (!id.matches("[A-Za-z0-9-]{1,64}") || !name.matches("[a-z-]{1,32}")) {
        throw new IllegalArgumentException("a command has a short id and the name of what to do");
      }
    }
  }

  /**
   * Which chunks of an attachment the platform still needs.
   *
   * @param attachmentId whose
   * @param chunks their numbers from 0, at most 1,000
   */
  record MissingChunks(String kioskId, Instant issuedAt, String attachmentId, List<Integer> chunks)
      implements Order {
    public MissingChunks {
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(issuedAt, "issuedAt");
      Objects.requireNonNull(attachmentId, "attachmentId");
      chunks = List.copyOf(chunks);
    }
  }

  /**
   * What the platform says to a question (see {@link Question}); nothing is done because of it.
   *
   * @param questionId which question
   * @param sealed the content under SM4-GCM with the question's key, in Base64
   */
  record Answer(String kioskId, Instant issuedAt, String questionId, String sealed)
      implements Order {
    public Answer {
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(issuedAt, "issuedAt");
      Objects.requireNonNull(questionId, "questionId");
      if (!sealed.matches("[A-Za-z0-9+/]+={0,2}")) {
        throw new IllegalArgumentException("an answer's content is Base64");
      }
    }

    @Override
    public String toString() {
      return "Answer[" + questionId + "]";
    }
  }

  /**
   * How far an application is that this kiosk took in (办件状态). Says whose only to the kiosk that
   * knows the transaction; holds no personal data.
   *
   * @param revision rising for each transaction; an older one is refused, an equal one changes
   *     nothing
   * @param transactionId which
   * @param stage where it stands
   * @param since since when, by the platform's clock
   */
  record Progress(
      String kioskId,
      Instant issuedAt,
      long revision,
      TransactionId transactionId,
      ProgressStage stage,
      Instant since)
      implements Order {
    public Progress {
      Objects.requireNonNull(kioskId, "kioskId");
      Objects.requireNonNull(issuedAt, "issuedAt");
      Objects.requireNonNull(transactionId, "transactionId");
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(since, "since");
      if (revision < 1) {
        throw new IllegalArgumentException("a revision counts from 1");
      }
    }
  }
}
