package egov.kiosk.portraitdecoder;

import egov.kiosk.identity.portrait.PortraitRefusedException;
import egov.kiosk.portraitdecoder.child.Frames;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of the child. Used by one thread at a time. */
final class Child implements AutoCloseable {
  private final Process process;
  private final DataInputStream answers;
  private final OutputStream requests;

  /** The pipe ends before the system says that the process has. */
  private boolean broken;

  private Child(Process process) {
    this.process = process;
    this.answers = new DataInputStream(process.getInputStream());
    this.requests = process.getOutputStream();
  }

  /**
   * Starts a child and waits until it has loaded the library.
   *
   * @throws PortraitRefusedException when it does not get that far in time; it is gone then
   */
  static Child start(ChildProgram program, Duration limit) throws PortraitRefusedException {
    Child child;
    try {
      child = new Child(program.start());
    } catch (IOException e) {
      throw new PortraitRefusedException("the site's portrait library cannot be used", e);
    }
    try {
      child.within(limit, child.answers::readInt);
      return child;
    } catch (PortraitRefusedException e) {
      child.close();
      throw e;
    }
  }

  /**
   * Decodes one block.
   *
   * @return the picture, rows as the library gave them
   * @throws PortraitRefusedException when the library says no, or the child died or hung
   */
  byte[] decode(byte[] block, Duration limit) throws PortraitRefusedException {
    return within(
        limit,
        () -> {
          requests.write(block);
          requests.flush();
          int outcome = answers.readInt();
          if (outcome != Frames.DECODED) {
            throw new PortraitRefusedException("the site's portrait library answered " + outcome);
          }
          byte[] picture = new byte[Frames.PICTURE_BYTES];
          answers.readFully(picture);
          return picture;
        });
  }

  private interface Talk<T> {
    T make() throws IOException, PortraitRefusedException;
  }

  /** A read from a pipe cannot be given a time; a child that was killed ends it. */
  private <T> T within(Duration limit, Talk<T> talk) throws PortraitRefusedException {
    AtomicBoolean late = new AtomicBoolean();
    Executor later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              kill();
            },
            later);
    try {
      return talk.make();
    } catch (IOException e) {
      throw dead(late.get());
    } finally {
      watch.cancel(false);
    }
  }

  private PortraitRefusedException dead(boolean late) {
    broken = true;
    return new PortraitRefusedException(
        late
            ? "the site's portrait library hung; its process was ended and is started anew"
            : "the site's portrait library crashed; its process is started anew");
  }

  /** Whether it can be asked again. */
  boolean alive() {
    return !broken && process.isAlive();
  }

  private void kill() {
    // Not Process.destroyForcibly: that closes our end of the pipe under the reader.
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
      requests.close();
      answers.close();
    } catch (IOException e) {
      // Its end of the pipe is gone, which is what was wanted.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
