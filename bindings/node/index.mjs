import leitai from "./index.cjs";

export const { load, loadablePath } = leitai;
