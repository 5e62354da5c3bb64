package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.ModelInput;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** A picture scaled into the middle of a model's input, black around it. */
record Letterbox(int width, int height, double scale, Rect inner) {
  static Letterbox of(Mat picture, ModelInput input) {
    double scale =
        Math.min((double) input.width() / picture.cols(), (double) input.height() / picture.rows());
    int cols = Math.min(input.width(), Math.max(1, (int) Math.round(picture.cols() * scale)));
    int rows = Math.min(input.height(), Math.max(1, (int) Math.round(picture.rows() * scale)));
    Rect inner = new Rect((input.width() - cols) / 2, (input.height() - rows) / 2, cols, rows);
    return new Letterbox(input.width(), input.height(), scale, inner);
  }

  Mat draw(Mat picture, Scratch scratch) {
    Mat canvas = scratch.keep(new Mat(height, width, CvType.CV_8UC3, Scalar.all(0)));
    int method = scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
    Imgproc.resize(picture, scratch.view(canvas.submat(inner)), inner.size(), 0, 0, method);
    return canvas;
  }

  /** Where something found in the input, in fractions of it, lies in the picture. */
  FaceBox inPicture(FaceBox found) {
    return new FaceBox(
        (found.x() * width - inner.x) / scale,
        (found.y() * height - inner.y) / scale,
        found.width() * width / scale,
        found.height() * height / scale,
        found.score());
  }
}
