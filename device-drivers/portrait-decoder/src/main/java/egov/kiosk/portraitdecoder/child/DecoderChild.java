package egov.kiosk.portraitdecoder.child;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The child's program: takes a block from standard input, has the library decode it, and answers
 * with the return value and, if it is {@link Frames#DECODED}, the picture. Ends with its input.
 *
 * <p>Exit codes: 0 the input ended, 3 the library does not load or has no such function.
 */
public final class DecoderChild {
  private static final int UNUSABLE = 3;

  /** Some libraries write a little more than they should; it must not hurt the child's heap. */
  private static final int SLACK_BYTES = 64 * 1024;

  private DecoderChild() {}

  /**
   * Serves until standard input ends.
   *
   * @param arguments the library's path and the function's name
   */
  public static void main(String[] arguments) throws IOException {
    int descriptor = ProcessLimits.apply();
    Function function;
    try {
      function = NativeLibrary.getInstance(arguments[0]).getFunction(arguments[1]);
    } catch (UnsatisfiedLinkError e) {
      System.err.println("the portrait library cannot be used");
      System.exit(UNUSABLE);
      return;
    }
    try (DataOutputStream answers =
            new DataOutputStream(new FileOutputStream("/proc/self/fd/" + descriptor));
        Memory block = new Memory(Frames.BLOCK_BYTES);
        Memory picture = new Memory(Frames.PICTURE_BYTES + SLACK_BYTES)) {
      // The parent waits for this: the library is loaded.
      answers.writeInt(0);
      answers.flush();
      serve(System.in, answers, function, block, picture);
    }
  }

  private static void serve(
      InputStream requests,
      DataOutputStream answers,
      Function function,
      Memory block,
      Memory picture)
      throws IOException {
    while (true) {
      byte[] request = requests.readNBytes(Frames.BLOCK_BYTES);
      if (request.length < Frames.BLOCK_BYTES) {
        return;
      }
      block.write(0, request, 0, request.length);
      picture.clear();
      int outcome = function.invokeInt(new Object[] {block, picture, 0});
      answers.writeInt(outcome);
      if (outcome == Frames.DECODED) {
        byte[] pixels = picture.getByteArray(0, Frames.PICTURE_BYTES);
        answers.write(pixels);
        Arrays.fill(pixels, (byte) 0);
      }
      answers.flush();
      Arrays.fill(request, (byte) 0);
      block.clear();
      picture.clear();
    }
  }
}
