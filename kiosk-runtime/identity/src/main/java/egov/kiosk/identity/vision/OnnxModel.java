package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.ChannelOrder;
import egov.kiosk.identity.pack.ModelInput;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Image2BlobParams;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * One ONNX model in memory. Not for two threads at once.
 *
 * <p>A net keeps its last input and every layer's answer until the next forward pass, so a face
 * would stay in native memory after the citizen left: {@link #forget()} runs a blank through it.
 */
public final class OnnxModel {
  private final Net net;
  private final ModelInput input;
  private final Image2BlobParams params;

  /** Used again and again: allocating it anew leaves holes in native memory that nothing fits. */
  private final Mat blob;

  private final List<String> outputs;

  /**
   * @param onnx the model
   * @param input how it wants to see pictures
   * @param outputs names of the answers wanted, in the order wanted; empty for the only one
   */
  public OnnxModel(byte[] onnx, ModelInput input, String... outputs) {
    try (Scratch scratch = new Scratch()) {
      this.net = Dnn.readNetFromONNX(scratch.keep(new MatOfByte(onnx)));
    }
    this.input = input;
    this.params = params(input);
    this.blob =
        new Mat(
            new int[] {1, input.channels().channels(), input.height(), input.width()},
            CvType.CV_32F,
            Scalar.all(0));
    this.outputs = List.of(outputs);
  }

  /**
   * Answers to a picture, each as one row of floats: those named, or the only one.
   *
   * @param picture blue, green, red; of any size, stretched to the model's
   */
  public List<float[]> look(Mat picture) {
    try (Scratch scratch = new Scratch()) {
      Mat seen = picture;
      if (input.channels() == ChannelOrder.GREY) {
        seen = scratch.fresh();
        Imgproc.cvtColor(picture, seen, Imgproc.COLOR_BGR2GRAY);
      }
      Dnn.blobFromImageWithParams(seen, blob, params);
      return run(scratch);
    }
  }

  private List<float[]> run(Scratch scratch) {
    net.setInput(blob);
    if (outputs.isEmpty()) {
      return List.of(floats(scratch.keep(net.forward())));
    }
    return outputs.stream().map(name -> floats(scratch.keep(net.forward(name)))).toList();
  }

  private static Image2BlobParams params(ModelInput input) {
    double[] mean = input.mean().stream().mapToDouble(Double::doubleValue).toArray();
    return new Image2BlobParams(
        Scalar.all(input.scale()),
        new Size(input.width(), input.height()),
        new Scalar(mean),
        input.channels() == ChannelOrder.RGB,
        CvType.CV_32F);
  }

  private static float[] floats(Mat answer) {
    float[] values = new float[Math.toIntExact(answer.total() * answer.channels())];
    Mat row = answer.reshape(1, 1);
    row.get(0, 0, values);
    row.release();
    return values;
  }

  /** Overwrites what the net still holds of the last picture. */
  public void forget() {
    try (Scratch scratch = new Scratch()) {
      scratch.view(blob.reshape(1, 1)).setTo(Scalar.all(0));
      run(scratch);
    }
  }
}
