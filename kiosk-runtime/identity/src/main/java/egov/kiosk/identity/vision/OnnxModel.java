package egov.kiosk.identity.vision;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * One ONNX model in memory. Not for two threads at once.
 *
 * <p>A net keeps its last input and every layer's answer until the next forward pass, so a face
 * would stay in native memory after the citizen left: {@link #forget()} runs a blank through it.
 */
final class OnnxModel {
  private final Net net;
  private final int[] inputShape;
  private final List<String> outputs;

  /**
   * @param onnx the model
   * @param inputShape batch, channels, rows, columns
   * @param outputs names of the answers wanted, in the order wanted; empty for the only one
   */
  OnnxModel(byte[] onnx, int[] inputShape, String... outputs) {
    try (Scratch scratch = new Scratch()) {
      this.net = Dnn.readNetFromONNX(scratch.keep(new MatOfByte(onnx)));
    }
    this.inputShape = inputShape.clone();
    this.outputs = List.of(outputs);
  }

  /** The only answer to a blob, as one row of floats. */
  float[] run(Mat blob, Scratch scratch) {
    net.setInput(blob);
    return floats(scratch.keep(net.forward()));
  }

  /** The named answers to a blob, each as one row of floats. */
  List<float[]> runAll(Mat blob, Scratch scratch) {
    net.setInput(blob);
    return outputs.stream().map(name -> floats(scratch.keep(net.forward(name)))).toList();
  }

  private static float[] floats(Mat answer) {
    float[] values = new float[Math.toIntExact(answer.total() * answer.channels())];
    Mat row = answer.reshape(1, 1);
    row.get(0, 0, values);
    row.release();
    return values;
  }

  void forget() {
    try (Scratch scratch = new Scratch()) {
      Mat blank = scratch.keep(new Mat(inputShape, CvType.CV_32F, Scalar.all(0)));
      if (outputs.isEmpty()) {
        run(blank, scratch);
      } else {
        runAll(blank, scratch);
      }
    }
  }
}
