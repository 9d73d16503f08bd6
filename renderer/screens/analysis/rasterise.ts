import { fail, ok, type Result } from '../../../app/support/result.ts';

/** Dots of the image for each pixel of the picture: about 200 to the inch on paper. */
const scale = 2;

/** An SVG of ours as PNG: drawn by the browser, with the faces of the system. */
export async function rasterise(svg: Uint8Array<ArrayBuffer>): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth * scale, image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return ok(new Uint8Array(await blob.arrayBuffer()));
  } catch (cause) {
    return { ...fail('no-picture', 'the picture could not be drawn'), problem: { code: 'no-picture', message: 'the picture could not be drawn', cause } };
  } finally {
    URL.revokeObjectURL(address);
  }
}
