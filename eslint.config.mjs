import tseslint from "typescript-eslint";

export default tseslint.config({ ignores: ["build/out/"] }, tseslint.configs.recommended);
